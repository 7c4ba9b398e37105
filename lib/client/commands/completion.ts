import { AppError } from '#lib/errors'
import type { CommandInput } from '../../cli/command.ts'
import { print } from '../../cli/print.ts'
import { clientCommands } from '../commands.ts'
import { EXIT } from '../exit-codes.ts'

const names = () => clientCommands.map(({ name }) => name)
const options = (name: string) =>
  Object.keys(clientCommands.find((command) => command.name === name)?.options ?? {}).map((option) => `--${option}`)

const SHELLS: Record<string, () => string> = {
  bash: () => `_claviger() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${names().join(' ')}" -- "$word")); return; fi
  case "\${COMP_WORDS[1]}" in
${names()
  .map((name) => `    ${name}) COMPREPLY=($(compgen -W "${options(name).join(' ')}" -- "$word")) ;;`)
  .join('\n')}
  esac
}
complete -o default -F _claviger claviger`,
  zsh: () => `#compdef claviger
if (( CURRENT == 2 )); then
  compadd ${names().join(' ')}
else
  case $words[2] in
${names()
  .map((name) => `    ${name}) compadd -- ${options(name).join(' ')}; _files ;;`)
  .join('\n')}
  esac
fi`,
  fish: () =>
    clientCommands
      .flatMap(({ name, summary }) => [
        `complete -c claviger -n __fish_use_subcommand -a ${name} -d '${summary.replaceAll("'", "\\'")}'`,
        ...options(name).map(
          (option) => `complete -c claviger -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`,
        ),
      ])
      .join('\n'),
}

export async function run({ words: [shell = ''] }: CommandInput): Promise<undefined> {
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined
  if (!write)
    throw new AppError('invalid', `There is no completion for ${shell}: bash, zsh or fish.`, { exitCode: EXIT.usage })
  print(write())
}
