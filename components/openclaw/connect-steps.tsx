import type { ReactNode } from 'react'
import type { OpenClawPlan } from '#lib/openclaw/schema'
import { CodeBlock } from '@/components/ui/code-block'
import { Notice } from '@/components/ui/notice'
import { Tabs } from '@/components/ui/tabs'

interface ConnectStepsProps {
  plan: OpenClawPlan
  place: string
}

/** What a person does once, in the order in which it works, with what OpenClaw itself does not say. */
export function ConnectSteps({ plan, place }: ConnectStepsProps) {
  const { command, resolver, config, origin } = plan
  const folder = command.replace(/\/[^/]*$/, '')
  return (
    <ol className="flex flex-col gap-6">
      <Step at={1} title="Put a scoped key beside the resolver">
        <p>
          Make one for OpenClaw alone, so that it can be ended alone. “OpenClaw” among its copies is a command that
          writes it where the resolver looks, readable by you alone.
        </p>
        <CodeBlock
          label="Or by hand: paste, then Ctrl-D"
          code={`mkdir -p ${folder} && (umask 077; cat > ${folder}/claviger.token)`}
        />
      </Step>
      <Step at={2} title="Save the resolver">
        <p>OpenClaw runs it for each batch of references. It refuses a script that others may write, or a symlink.</p>
        <CodeBlock label={command} code={resolver} className="[&_section]:max-h-64 [&_section]:overflow-y-auto" />
        <CodeBlock label="Then" code={`chmod 700 ${command}`} />
      </Step>
      <Step at={3} title="Let OpenClaw take its keys from here">
        <Tabs
          label="How"
          tabs={[
            {
              value: 'plan',
              label: 'By a plan',
              content: (
                <div className="flex flex-col gap-3">
                  <p>OpenClaw tries every reference first, and only then puts them in place of its plaintext keys.</p>
                  <CodeBlock
                    label="plan.json"
                    code={JSON.stringify(plan.plan, null, 2)}
                    className="[&_section]:max-h-64 [&_section]:overflow-y-auto"
                  />
                  <CodeBlock label="Then" code="openclaw secrets apply --from plan.json --allow-exec" />
                </div>
              ),
            },
            { value: 'config', label: 'By hand', content: <CodeBlock label="openclaw.json" code={config} /> },
          ]}
        />
      </Step>
      <Step at={4} title="Delete what it left behind">
        <Notice tone="warn" title="The old keys still lie in openclaw.json.bak, in plaintext.">
          OpenClaw keeps that copy and its audit does not name it. Delete it, and rotate the keys that lay in it.
        </Notice>
        <CodeBlock
          label="Commands"
          code={'rm -f ~/.openclaw/openclaw.json.bak\nopenclaw secrets audit --allow-exec\nopenclaw secrets reload'}
        />
      </Step>
      <Step at={5} title="Have it follow rotations">
        <p>
          OpenClaw asks only when it starts or reloads. This waits for a change and tells it within seconds; keep it
          running as a service beside the gateway.
        </p>
        <CodeBlock
          label="Commands"
          code={`npm i -g ${origin}/cli.tgz\nclaviger login ${origin} < ${folder}/claviger.token\nclaviger watch ${place} -- openclaw secrets reload`}
        />
        <Notice
          tone="info"
          title="After a billing error OpenClaw sets a provider aside for ten minutes, whatever its key."
        >
          A new key does not end that, nor does a restart. Look with openclaw models status, and wait it out.
        </Notice>
      </Step>
    </ol>
  )
}

function Step({ at, title, children }: { at: number; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-full border text-xs tabular-nums">
        {at}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-3 text-muted text-sm">
        <h3 className="font-medium text-ink">{title}</h3>
        {children}
      </div>
    </li>
  )
}
