/** How much goes through this function at once; what is more goes by the command line, or street by street. */

/** Rows of a list that is sent or made here: a cloud function has some seconds, and what it replies stays under 6 MB. */
export const mostRows = 20_000;
/** Days after which a list that nobody decided is given up, and what it said deleted. */
export const keptDays = 30;
/** Rows of a group on a page. */
export const pageSize = 50;
