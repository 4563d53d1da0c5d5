/**
 * The unified social credit code of a licence (统一社会信用代码, GB 32100-2015).
 *
 * Two check characters stand in it: position 18 over the whole code, and position 17 over the
 * organisation code in positions 9–16 (GB 11714). Copies of the algorithm on the web drop one or the other.
 *
 * S1 18 characters of the 31 in the standard's set: digits and capitals without I, O, S, V, Z.
 * S2 Position 18: (31 − Σ cᵢ·3^(i−1) mod 31) mod 31, as a character of that set.
 * S3 Position 17: 11 − Σ cᵢ·wᵢ mod 11 over positions 9–16, weights 3 7 9 10 5 8 4 2; 10 is X, 11 is 0.
 * S4 The code of another place than 620602 is as good: a trader may be registered elsewhere.
 */
const set = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

function wholeCheck(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of code.slice(0, 17)) {
    sum += set.indexOf(c) * weight;
    weight = (weight * 3) % 31;
  }
  return set.charAt((31 - (sum % 31)) % 31);
}

// GB 11714 counts letters from A = 10 without gaps, unlike the set above.
const organisationValue = (c: string) => parseInt(c, 36);

function organisationCheck(code: string): string {
  const sum = organisationWeights.reduce((total, weight, i) => total + weight * organisationValue(code.charAt(8 + i)), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** Whether both check characters hold. Expects capitals without spaces (the contract trims and capitalises). */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NP-RTUWXY]{18}$/.test(code) && code.charAt(17) === wholeCheck(code) && code.charAt(16) === organisationCheck(code);
}
