/** Google's error body, with the reason in its details where one is given (google.rpc.ErrorInfo). */
export function googleError(
  code: number,
  status: string,
  message: string,
  reason?: string,
  service = 'generativelanguage.googleapis.com',
) {
  const info = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata: { service },
  }
  return { error: { code, message, status, ...(reason && { details: [info] }) } }
}
