import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../../../components/Button';
import { Card } from '../../../components/Card';
import { Chip, Chips } from '../../../components/Chip';
import { Notice } from '../../../components/Notice';
import { call } from '../../../services/call';
import { handFile, handedWords } from '../../../services/handFile';
import { useCall } from '../../../services/useCall';
import type { ApiError } from '../../../../types/errors';
import { Failed } from '../Failed';

const patience = 60_000;

/** Lists that go out: the empty one, and what is there now, to be changed and loaded again. */
export function Sheets() {
  const places = useCall('survey.places', {}, { cacheKey: 'all' });
  const [street, setStreet] = useState<string | null>(null);
  const [busy, setBusy] = useState<'template' | 'sheet' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const under = useRef(false);

  const fetch = async (what: 'template' | 'sheet') => {
    if (under.current) return;
    under.current = true;
    setBusy(what);
    setSaid(null);
    setError(null);
    const reply = what === 'template' ? await call('export.template', {}, { patience }) : await call('export.sheet', street === null ? {} : { street }, { patience });
    if (!reply.ok) setError(reply.error);
    else {
      const { name, content, rows } = reply.data.file;
      setSaid((await handFile(name, content)) ? `${handedWords(name)}${what === 'sheet' ? `共 ${rows} 家网点。` : ''}` : '表格没有打开。请再点一次。');
    }
    setBusy(null);
    under.current = false;
  };

  return (
    <Card className='desk-roomy'>
      <View className='lz-h'>下载表格</View>
      <View className='lz-mute'>空表里有列名、一行示例和可以写的内容。导出的网点表改好了可以再上传；「系统编号」一列请不要动。</View>
      {places.data && (
        <Chips label='导出哪里的网点' wrap>
          <Chip label='全区' on={street === null} onToggle={() => setStreet(null)} />
          {places.data.streets.map(({ code, name }) => <Chip key={code} label={name} on={street === code} onToggle={(on) => setStreet(on ? code : null)} />)}
        </Chips>
      )}
      {said && <Notice>{said}</Notice>}
      {error && <Failed error={error} />}
      <Button kind='line' label='导出网点' busy={busy === 'sheet'} onClick={() => void fetch('sheet')} />
      <Button kind='line' label='下载空表' busy={busy === 'template'} onClick={() => void fetch('template')} />
    </Card>
  );
}
