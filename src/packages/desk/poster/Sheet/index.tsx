import { View } from '@tarojs/components';
import type { Poster } from '../../../../../types/contract/desk';
import { QrCode } from '../../QrCode';
import './index.scss';
import { startPaper } from './paper';
import { posterWords } from './words';

startPaper();

/** One A4 sheet: small on the screen, true to size on paper. */
export function Sheet({ poster }: { poster: Poster }) {
  const words = posterWords(poster);
  return (
    <View className='desk-sheet'>
      {words.demo && <View className='desk-sheet__demo'>{words.demo}</View>}
      <View className='desk-sheet__brand desk-sheet__parts'>{words.brand.map((part) => <View key={part}>{part}</View>)}</View>
      <View className='desk-sheet__title desk-sheet__parts'>{words.title.map((part) => <View key={part}>{part}</View>)}</View>
      <View className='desk-sheet__place'>{words.place}</View>
      <View className='desk-sheet__circle'>{words.circle}</View>
      <View className='desk-sheet__code'><QrCode modules={poster.modules} label={`${words.place}的二维码`} /></View>
      <View className='desk-sheet__number'>{`海报编号 ${words.code}`}</View>
      <View className='desk-sheet__steps'>
        {words.steps.map((text, at) => (
          <View key={text} className='desk-sheet__step'><View className='desk-sheet__at'>{at + 1}</View><View>{text}</View></View>
        ))}
      </View>
      <View className='desk-sheet__promise'>{words.promise}</View>
      <View className='desk-sheet__help'><View>{words.help}</View><View className='desk-sheet__hotline'>{words.hotline}</View></View>
      <View className='desk-sheet__link'>{words.link}</View>
      {words.approval.length > 0 && <View className='desk-sheet__approval desk-sheet__parts'>{words.approval.map((line) => <View key={line}>{line}</View>)}</View>}
      {words.seal && (
        <View className='desk-sheet__seal'>
          <View>{words.seal.title}</View>
          {words.seal.root.map((line, at) => <View key={at} className='desk-sheet__root'>{line}</View>)}
          <View>{words.seal.purpose}</View>
        </View>
      )}
    </View>
  );
}
