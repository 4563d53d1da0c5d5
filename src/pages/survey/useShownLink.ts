/** A letter's or helper's link that the page was opened with: followed once, since a browser keeps it in its address. */
import { useCallback, useEffect, useState } from 'react';
import { letterOf, way } from '../../services/answers/way';
import { wayFrom } from '../../services/answers/wayFrom';
import { useQuery } from '../../services/navigate';

let followed: string | null = null;

/** Whether the link's code could not be read, and how to let that go. */
export function useShownLink(): readonly [misread: boolean, forgive: () => void] {
  const shown = wayFrom(useQuery());
  const key = shown && JSON.stringify(shown);
  const [misread, setMisread] = useState(false);
  useEffect(() => {
    if (key === null || key === followed) return;
    followed = key;
    const { letter, assist } = JSON.parse(key) as NonNullable<typeof shown>;
    if (letter) way.set({ kind: 'letter', letter: letterOf(letter) });
    else if (assist) way.set({ kind: 'assist', token: assist });
    else setMisread(true);
  }, [key]);
  return [misread, useCallback(() => setMisread(false), [])];
}
