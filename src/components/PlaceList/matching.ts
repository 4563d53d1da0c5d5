interface Named { readonly name: string }
interface StreetOf<C extends Named> extends Named { readonly communities: readonly C[] }

/** Streets with the communities whose name, or whose street's name, holds the text. All of them for no text. */
export function matching<C extends Named, S extends StreetOf<C>>(streets: readonly S[], text: string): (S & { communities: readonly C[] })[] {
  const wanted = text.trim().replace(/(社区|街道)$/, '');
  if (text.trim() === '') return [...streets];
  return streets.flatMap((street) => {
    if (wanted !== '' && street.name.includes(wanted)) return [street];
    const communities = street.communities.filter(({ name }) => name.includes(wanted));
    return communities.length === 0 ? [] : [{ ...street, communities }];
  });
}
