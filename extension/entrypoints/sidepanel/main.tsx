import { render } from 'preact';
import { speakChosenLanguage } from '../../panel/language-choice.tsx';
import { Panel } from '../../panel/panel.tsx';

const place = document.getElementById('panel');
await speakChosenLanguage().catch(() => undefined);
if (place) render(<Panel />, place);
