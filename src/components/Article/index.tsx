import { View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Card } from '../Card';
import './index.scss';

export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Text to be read: each section a card, each line a paragraph. */
export function Article({ sections }: { sections: readonly Section[] }) {
  return (
    <>
      {sections.map(({ title, lines }) => (
        <Card key={title}>
          <View className='lz-h' {...a11y({ role: 'heading', level: 2 })}>{title}</View>
          {lines.map((line) => <View key={line} className='lz-article__line'>{line}</View>)}
        </Card>
      ))}
    </>
  );
}
