/** Somebody else, or the engine, changed a rotation between being read and being written. */
export const AT_ONCE = 'This rotation went on at the same moment. Nothing was changed; look again.'
