// What the page itself says; what is said in the room is the room's.
const words = {
  en: {
    title: 'Practice Lark', person: 'You are', chats: 'Chats', hint: 'Nothing here leaves this machine. Enter sends, Shift+Enter breaks the line.', alone: 'AiFixer alone',
    send: 'Send', alert: 'An alert', cancel: 'Cancel', ok: 'OK', answer: 'Reply', answering: 'Reply to {0}', notAnswering: 'not as a reply', write: 'Write to {0}',
    recalled: 'This message was recalled.', edited: 'updated {0}×', bot: 'bot', required: 'Please fill this in.', unknown: 'This client cannot show “{0}”.',
    failed: 'It was not answered (code {0}).', away: 'The practice Lark cannot be reached.', react: 'Add a reaction', choose: 'Choose', newest: 'Nobody has said anything yet.',
  },
  'zh-CN': {
    title: '演练飞书', person: '当前身份', chats: '会话', hint: '内容不会离开本机。回车发送，Shift+回车换行。', alone: '与 AiFixer 单聊',
    send: '发送', alert: '一条告警', cancel: '取消', ok: '确定', answer: '回复', answering: '回复 {0}', notAnswering: '取消回复', write: '发送给 {0}',
    recalled: '消息已撤回。', edited: '已更新 {0} 次', bot: '机器人', required: '请填写此项。', unknown: '当前客户端无法显示“{0}”。',
    failed: '未得到答复（错误码 {0}）。', away: '无法连接演练飞书。', react: '添加表情回复', choose: '请选择', newest: '还没有消息。',
  },
};

export const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
export const say = (key, value = '') => words[language][key].replace('{0}', value);
