/** Set by lib/server on every request, after it removed whatever the caller sent under that name. */
export const ADDRESS_HEADER = 'x-claviger-address'
