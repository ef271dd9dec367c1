/** Starts the console in its page. */
import '../../shared/interface/tokens.css';
import '../../shared/interface/base.css';
import './console.css';
import { QueryClientProvider } from '@tanstack/preact-query';
import { render } from 'preact';
import { Console } from './console.tsx';
import { restoreLanguage } from './frame/chosen-language.ts';
import { createQueries } from './queries.ts';

const place = document.getElementById('console');
if (place) {
  restoreLanguage();
  render(
    <QueryClientProvider client={createQueries()}>
      <Console />
    </QueryClientProvider>,
    place,
  );
}
