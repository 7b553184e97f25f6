using AiFixer.Lark;
using AiFixer.Lark.Wire;
using AiFixer.TestSupport;
using AiFixer.Tests.Lark.Wire;

namespace AiFixer.Tests.Lark.Interop;

/// <summary>What npm's kit seals we open, and what the practice platform seals it opens.</summary>
public sealed class SealedEventTests(NodeSdk sdk) : IClassFixture<NodeSdk>
{
    /// <summary>The kit's key seals, and its own check says that the signature is good before we are asked.</summary>
    private const string Seal = """
        const crypto = require('crypto');
        const [encryptKey, timestamp, envelope] = args;
        const iv = crypto.randomBytes(16);
        const cipher = crypto.createCipheriv('aes-256-cbc', new lark.AESCipher(encryptKey).key, iv);
        const encrypt = Buffer.concat([iv, cipher.update(envelope, 'utf8'), cipher.final()]).toString('base64');
        const body = JSON.stringify({ encrypt });
        const nonce = 'n-1';
        const signature = crypto.createHash('sha256').update(timestamp + nonce + encryptKey + body).digest('hex');
        const headers = { 'x-lark-request-timestamp': timestamp, 'x-lark-request-nonce': nonce, 'x-lark-signature': signature };
        const dispatcher = new lark.EventDispatcher({ encryptKey, ...quiet });
        const good = dispatcher.requestHandle.checkIsEventValidated(Object.assign(Object.create({ headers }), { encrypt }));
        console.log('checked', good);
        console.log('signature', signature);
        console.log('body', body);
        """;

    [Fact]
    public async Task What_the_kit_seals_and_finds_good_we_take()
    {
        await using var node = await sdk.StartAsync(Seal, Sealed.Options.EncryptKey, Sealed.Now, Sealed.Click().ToJsonString());
        (await node.LineAsync("checked")).ShouldBe("checked true");
        var signature = (await node.LineAsync("signature"))["signature ".Length..];
        var body = System.Text.Encoding.UTF8.GetBytes((await node.LineAsync("body"))["body ".Length..]);

        var arrival = Sealed.Read(body, new LarkHeaders(Sealed.Now, "n-1", signature));

        arrival.ShouldBeOfType<Arrival.Clicked>().Click.MessageId.ShouldBe("om_1");
        Sealed.Read(body, new LarkHeaders(Sealed.Now, "n-2", signature)).ShouldBeRefused(RefusalReason.Unsigned);
    }

    private const string Listen = """
        const http = require('http');
        const [encryptKey, verificationToken] = args;
        const dispatcher = new lark.EventDispatcher({ encryptKey, verificationToken, ...quiet }).register({
          'im.message.receive_v1': async data => { console.log('heard', data.message.content); return {}; },
          'card.action.trigger': async data => { console.log('clicked', data.operator.open_id, data.action.value.op); return { toast: { type: 'success', content: 'from the kit' } }; },
        });
        const server = http.createServer(lark.adaptDefault('/hook', dispatcher, { autoChallenge: true }));
        server.listen(0, '127.0.0.1', () => console.log('port', server.address().port));
        """;

    [Fact]
    public async Task What_the_practice_platform_sends_the_kit_opens_and_answers()
    {
        await using var bench = await Support.LarkBench.StartAsync();
        await using var node = await sdk.StartAsync(Listen, bench.Lark.Options.EncryptKey, bench.Lark.Options.VerificationToken);
        bench.Lark.PushTo(new($"http://127.0.0.1:{(await node.LineAsync("port"))["port ".Length..]}/hook"));

        (await bench.Lark.ChallengeAsync(Support.LarkBench.Stop)).ShouldBeTrue();
        var written = bench.Lark.Room.Write(bench.Group, bench.Alice, "磁盘满了");
        (await node.LineAsync("heard")).ShouldContain("磁盘满了");
        var outcome = await bench.Lark.Room.ClickAsync(written.Id, bench.Alice, new() { ["op"] = "approve" }, null, "", Support.LarkBench.Stop);

        (await node.LineAsync("clicked")).ShouldBe($"clicked {bench.Alice.OpenId} approve");
        (outcome.Code, outcome.Text).ShouldBe((0, "from the kit"));
    }
}
