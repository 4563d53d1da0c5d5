/** What an audit can't find, said with every audit. */
export const limits = (withKeptSeal: boolean): readonly string[] => [
  ...(withKeptSeal ? [] : ['没有带另存的封存：如果有人把答卷、名单和封存一起重写，这里看不出来。请用公布在别处的封存再查一次(--seal)。']),
  '改了程序的人，在收下以前换掉或丢掉的答卷；丢掉的，只有来查回执的人会发现。',
  '编造的答卷：参与表说明有多少人次，说不明每一次是不是真人。',
  '拿着别人的信或手机的人代答。',
  '留言单独存放，不在封存里。',
];
