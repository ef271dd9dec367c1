import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

const toolbarIcons = (kind: string) =>
  Object.fromEntries([16, 24, 32].map((size) => [size, `/icon/${kind}-${size}.png`]));

export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    // No host is read by default: the click has activeTab, the institution's case systems are asked for once.
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `/icon/liuhen-${size}.png`])),
    action: { default_title: '__MSG_actionTitle__', default_icon: toolbarIcons('waiting') },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+L' } } },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'liuhen@liuhen.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          storage: { managed_schema: 'managed-schema.json' },
          minimum_chrome_version: '116', // sidePanel.open
        }),
  }),
});
