using AiFixer.Playground.Lark;
using AiFixer.Tests.Lark.Support;

namespace AiFixer.Tests.Lark.Interop;

/// <summary>The practice platform's REST endpoints, driven by a client that was not written for them.</summary>
public sealed class NodeRestTests(NodeSdk sdk) : IClassFixture<NodeSdk>
{
    private const string Drive = """
        const [domain, appId, appSecret, chat] = args;
        const card = text => JSON.stringify({ schema: '2.0', config: { update_multi: true }, body: { elements: [{ tag: 'markdown', content: text }] } });
        (async () => {
          const client = new lark.Client({ appId, appSecret, domain, ...quiet });
          const sent = await client.im.message.create({ params: { receive_id_type: 'chat_id' }, data: { receive_id: chat, msg_type: 'interactive', content: card('first'), uuid: 'once' } });
          const again = await client.im.message.create({ params: { receive_id_type: 'chat_id' }, data: { receive_id: chat, msg_type: 'interactive', content: card('second'), uuid: 'once' } });
          console.log('sent', sent.code, sent.data.message_id === again.data.message_id);
          const id = sent.data.message_id;
          const reply = await client.im.message.reply({ path: { message_id: id }, data: { msg_type: 'text', content: JSON.stringify({ text: 'reply' }), reply_in_thread: true } });
          console.log('reply', reply.data.root_id === id, reply.data.thread_id.startsWith('omt_'));
          const patched = await client.im.message.patch({ path: { message_id: id }, data: { content: card('patched') } });
          console.log('patched', patched.code);
          const read = await client.im.message.get({ path: { message_id: id } });
          console.log('read', JSON.parse(read.data.items[0].body.content).body.elements[0].content, read.data.items[0].updated);
          const reaction = await client.im.messageReaction.create({ path: { message_id: id }, data: { reaction_type: { emoji_type: 'DONE' } } });
          const list = await client.im.messageReaction.list({ path: { message_id: id } });
          console.log('reactions', list.data.items.length, list.data.items[0].reaction_type.emoji_type);
          await client.im.messageReaction.delete({ path: { message_id: id, reaction_id: reaction.data.reaction_id } });
          const bad = { schema: '2.0', body: { elements: [{ tag: 'note' }] } };
          await client.im.message.create({ params: { receive_id_type: 'chat_id' }, data: { receive_id: chat, msg_type: 'interactive', content: JSON.stringify(bad) } })
            .catch(error => console.log('refused', error.response.status, error.response.data.code, error.response.data.msg.includes('200861')));
          console.log('end');
        })();
        """;

    [Fact]
    public async Task The_kits_client_sends_answers_patches_reads_reacts_and_is_refused()
    {
        await using var bench = await LarkBench.StartAsync(new() { Limits = LarkLimits.None });
        await using var node = await sdk.StartAsync(
            Drive, bench.Lark.Url.ToString().TrimEnd('/'), bench.Lark.Options.AppId, bench.Lark.Options.AppSecret, bench.Group.Id);

        await node.LineAsync("end");

        node.Output.ShouldBe(["sent 0 true", "reply true true", "patched 0", "read patched true", "reactions 1 DONE", "refused 400 230099 true", "end"]);
        var card = bench.Lark.Room.Messages[0];
        card.Content.ShouldContain("patched");
        card.Reactions.ShouldBeEmpty();
        bench.Lark.Room.Messages.Count.ShouldBe(2);
    }
}
