/** Milliseconds as a person reads them: `0.4 ms`, `38 ms`, `1.24 s`, `2 min 5 s`. */
export function formatDuration(durationMs: number): string {
  if (!Number.isFinite(durationMs) || durationMs < 0) return '–'
  if (durationMs === 0) return '0 ms'
  if (durationMs < 0.05) return '<0.1 ms'
  if (durationMs < 9.95) return `${trimZero(durationMs.toFixed(1))} ms`
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`
  if (durationMs < 9_995) return `${(durationMs / 1000).toFixed(2)} s`
  if (durationMs < 59_950) return `${(durationMs / 1000).toFixed(1)} s`
  return formatMinutes(Math.round(durationMs / 1000))
}

function formatMinutes(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return joinParts([minutes, 'min'], [seconds % 60, 's'])
  const hours = Math.floor(minutes / 60)
  return hours < 24
    ? joinParts([hours, 'h'], [minutes % 60, 'min'])
    : joinParts([Math.floor(hours / 24), 'd'], [hours % 24, 'h'])
}

const joinParts = (...parts: [number, string][]) =>
  parts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')

const trimZero = (digits: string) => digits.replace(/\.0$/, '')
