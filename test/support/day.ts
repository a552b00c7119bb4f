/** The day on which tests run, so that dates in notes stay what they are. */
export const TODAY = '2026-11-22';
