/** Where she is, in one request: by the poster's code she opened the app with, else by what the phone remembers. */
import { useEffect, useRef, useState } from 'react';
import { useScene } from '../../services/launch';
import { useQuery } from '../../services/navigate';
import { placeInput, placeKey, rememberedPlace, rememberPlace, usePlace, type RememberedPlace } from '../../services/place';
import { keepReply, useCall } from '../../services/useCall';

/** The code that was already followed in this visit: a browser keeps it in its address, and she may have moved on since. */
let followed: string | null = null;
/** The same of a circle that somebody sent her. */
let looked: string | null = null;
const longestScene = 32;

export type Missing = 'none' | 'unknown' | 'revoked' | 'circle';

export function useHome() {
  const scene = useScene();
  const { circle: shared } = useQuery();
  const place = usePlace();
  const [following, setFollowing] = useState(scene !== null && scene !== followed && scene.length <= longestScene);
  const tooLong = scene !== null && scene.length > longestScene;
  const byScene = following && scene !== null;
  const [left, setLeft] = useState(looked);
  /** Another circle than her own, sent by somebody: looked at, and never put in the place of her own. */
  const visiting = !byScene && shared !== undefined && shared !== left && place !== null && place.circle !== shared;

  const input = byScene ? { scene } : place && !visiting ? placeInput(place) : shared ? { circle: shared } : null;
  const home = useCall('survey.home', input, { cacheKey: byScene ? `scene:${scene}` : place && !visiting ? placeKey(place) : shared });

  const { data } = home;
  const found = data?.place ?? null;
  /** Where the poster led; before it is remembered, so that the next effect can tell when she moves on. */
  const landed = useRef<string | null>(null);
  useEffect(() => {
    if (!byScene || landed.current === null || placeKey(place) === landed.current) return;
    followed = scene;
    setFollowing(false);
  }, [byScene, scene, place]);
  useEffect(() => {
    if (found === null) return;
    const own = rememberedPlace();
    if (!byScene && own !== null && found.circle.id === shared && own.circle !== shared) return;
    const here = { circle: found.circle.id, circleName: found.circle.name, community: found.community };
    landed.current = placeKey(here);
    rememberPlace(here);
    if (byScene && data && !home.stale) keepReply('survey.home', placeKey(here), data);
  }, [found, byScene, shared, data, home.stale]);

  const missing: Missing | null =
    home.error?.code === 'unknown_place' || home.error?.code === 'value_invalid' ? (visiting || (!byScene && place === null) ? 'circle' : 'unknown')
    : home.data !== null && home.data.place === null ? home.data.sceneProblem ?? 'none'
    : input === null ? (tooLong ? 'unknown' : 'none')
    : null;

  /** From now on the phone's own memory says where she is, neither the poster nor who sent her a circle. */
  const leave = () => {
    followed = scene;
    setFollowing(false);
    looked = shared ?? null;
    setLeft(looked);
  };
  const pick = (picked: RememberedPlace) => {
    leave();
    rememberPlace(picked);
  };

  return { home, place, missing, pick, visiting, leave: byScene || visiting ? leave : null };
}
