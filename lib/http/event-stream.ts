/** Server-sent events: `event: NAME` with a line of JSON. Ends when the work ends; a reader who leaves stops nothing. */
export function eventStream(work: (send: (event: string, data: unknown) => void) => Promise<void>): Response {
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let open = true
      const send = (event: string, data: unknown) => {
        if (!open) return
        try {
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
        } catch {
          open = false
        }
      }
      await work(send)
      if (open) controller.close()
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}

export function wantsEventStream(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/event-stream') ?? false
}
