using System.Text.Json;
using AiFixer.Lark;
using AiFixer.Lark.Connection;
using AiFixer.Lark.Intake;
using AiFixer.Playground.Lark;
using AiFixer.TestSupport;
using AiFixer.Tests.Lark.Support;
using AiFixer.Tests.Lark.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Lark.Interop;

/// <summary>The long connection with the other side written by somebody else, both ways round.</summary>
public sealed class NodeConnectionTests(NodeSdk sdk) : IClassFixture<NodeSdk>
{
    private const string Client = """
        const [domain, appId, appSecret] = args;
        const client = new lark.WSClient({ appId, appSecret, domain, ...quiet, onReady: () => console.log('ready') });
        client.start({
          eventDispatcher: new lark.EventDispatcher({ ...quiet }).register({
            'im.message.receive_v1': async data => console.log('heard', JSON.parse(data.message.content).text.length),
            'card.action.trigger': async data => ({ toast: { type: 'info', content: 'clicked by ' + data.operator.open_id } }),
          }),
        });
        """;

    [Fact]
    public async Task The_kits_client_talks_to_the_practice_platform()
    {
        await using var bench = await LarkBench.StartAsync(new() { Connections = new() { LargestPayload = 200 } });
        await using var node = await sdk.StartAsync(Client, bench.Lark.Url.ToString().TrimEnd('/'), bench.Lark.Options.AppId, bench.Lark.Options.AppSecret);
        await node.LineAsync("ready");
        await Eventually.TrueAsync(() => bench.Lark.Connections == 1, "the kit is connected", cancellation: LarkBench.Stop);

        var written = bench.Lark.Room.Write(bench.Group, bench.Alice, new string('x', 1500));
        (await node.LineAsync("heard")).ShouldBe("heard 1500");
        var outcome = await bench.Lark.Room.ClickAsync(written.Id, bench.Alice, new() { ["op"] = "approve" }, null, "", LarkBench.Stop);

        (outcome.Code, outcome.Text).ShouldBe((0, $"clicked by {bench.Alice.OpenId}"));
        await Eventually.TrueAsync(() => bench.Lark.Deliveries.All(one => one.Problem == 0), "every answer was understood", cancellation: LarkBench.Stop);
        bench.Lark.Hub.Open.Single().Pings.ShouldBeGreaterThan(0);
    }

    /// <summary>A platform whose frames the kit's own encoder makes and whose answers its decoder reads.</summary>
    private const string Platform = """
        const http = require('http');
        const { WebSocketServer } = require('ws');
        const [envelope] = args;
        const pen = new lark.WSClient({ appId: 'cli_a1b2c3d4e5f60718', appSecret: 's', ...quiet });
        const encode = frame => {
          let bytes;
          pen.wsConfig.setWSInstance({ readyState: 1, send: made => { bytes = made; } });
          pen.sendMessage(frame);
          return bytes;
        };
        const server = http.createServer((request, response) => response.end(JSON.stringify({ code: 0, msg: '', data: {
          URL: `ws://127.0.0.1:${server.address().port}/ws/v2?fpid=1&device_id=d&service_id=77&ticket=t`,
          ClientConfig: { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 120 } } })));
        new WebSocketServer({ server }).on('connection', socket => {
          const ears = new lark.WSClient({ appId: 'cli_a1b2c3d4e5f60718', appSecret: 's', ...quiet });
          ears.wsConfig.setWSInstance(socket);
          ears.handleControlData = async frame => console.log('control', frame.headers[0].value, frame.service);
          ears.handleEventData = async frame => {
            const headers = Object.fromEntries(frame.headers.map(one => [one.key, one.value]));
            console.log('ack', headers.message_id, frame.SeqID.toString(), frame.service, 'biz_rt' in headers, new TextDecoder().decode(frame.payload));
          };
          ears.reConnect = async () => {};
          ears.communicate();
          const header = (id, sum, seq) => Object.entries({ type: 'event', message_id: id, sum, seq, trace_id: 't' }).map(([key, value]) => ({ key, value: String(value) }));
          const frame = (id, sum, seq, payload) => encode({ SeqID: 5, LogID: 6, service: 77, method: 1, headers: header(id, sum, seq), payload });
          const bytes = Buffer.from(envelope);
          const middle = bytes.length >> 1;
          socket.send(frame('whole', 1, 0, bytes));
          socket.send(frame('pieces', 2, 1, bytes.subarray(middle)));
          socket.send(encode({ SeqID: 1, LogID: 1, service: 77, method: 9, headers: header('unknown', 1, 0), payload: bytes }));
          socket.send(frame('pieces', 2, 0, bytes.subarray(0, middle)));
        });
        server.listen(0, '127.0.0.1', () => console.log('port', server.address().port));
        """;

    [Fact]
    public async Task Our_connection_understands_what_the_kits_encoder_made_and_its_decoder_our_answers()
    {
        var click = Sealed.Click();
        click["header"]!["create_time"] = $"{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}000";
        await using var node = await sdk.StartAsync(Platform, click.ToJsonString());
        var options = Sealed.Options with { Mode = LarkMode.Connection, Url = new($"http://127.0.0.1:{(await node.LineAsync("port"))["port ".Length..]}") };
        var events = new TakenEvents();
        using var ours = new LarkConnections(
            options, new LarkIntake(events, TimeProvider.System, NullLogger<LarkIntake>.Instance), new SocketsHttpHandler(), TimeProvider.System, NullLogger<LongConnection>.Instance);
        await ours.StartAsync(LarkBench.Stop);

        (await node.LineAsync("control")).ShouldBe("control ping 77");
        foreach (var id in new[] { "whole", "pieces" })
        {
            var ack = await node.LineAsync($"ack {id}");
            ack.ShouldStartWith($"ack {id} 5 77 true ");
            using var payload = JsonDocument.Parse(ack[ack.IndexOf('{')..]);
            payload.RootElement.GetProperty("code").GetInt32().ShouldBe(200);
            System.Text.Encoding.UTF8.GetString(payload.RootElement.GetProperty("data").GetBytesFromBase64()).ShouldContain("Approved");
        }

        events.Clicks.Count.ShouldBe(2);
        await ours.StopAsync(LarkBench.Stop);
    }
}
