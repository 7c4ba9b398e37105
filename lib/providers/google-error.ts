/** Google's error body, with the reason in its details where one is given (google.rpc.ErrorInfo). */
export function googleError(code: number, status: string, message: string, reason?: string) {
  const info = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service: 'generativelanguage.googleapis.com' },
  }
  return { error: { code, message, status, ...(reason && { details: [info] }) } }
}
