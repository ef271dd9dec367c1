/** Chinese or English: chosen here, kept on this computer. */
import { browser } from 'wxt/browser';
import { Button } from '../../shared/interface/button.tsx';
import { language, say, useLanguage as speak } from '../../shared/interface/language.ts';
import { panelWording } from './wording.ts';

const key = 'language';

/** Speaks the language that was chosen on this computer, Chinese where none was. */
export async function speakChosenLanguage(): Promise<void> {
  const stored = await browser.storage.local.get<{ [key]?: string }>(key);
  speakIn(stored[key] ?? 'zh-CN');
}

function speakIn(tag: string): void {
  speak(tag);
  document.documentElement.lang = language();
  document.title = say(panelWording.product);
}

/** @param props.onChosen is called when the panel has to be drawn anew. */
export function LanguageChoice({ onChosen }: { readonly onChosen: () => void }) {
  const other = language() === 'en' ? 'zh-CN' : 'en';
  const choose = () => {
    speakIn(other);
    void browser.storage.local.set({ [key]: other });
    onChosen();
  };
  return (
    <Button tone="quiet" lang={other} onClick={choose}>
      {say(panelWording.otherLanguage)}
    </Button>
  );
}
