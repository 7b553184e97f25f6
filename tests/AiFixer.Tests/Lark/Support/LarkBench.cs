using AiFixer.Lark;
using AiFixer.Lark.Client;
using AiFixer.Playground.Lark;
using AiFixer.Playground.Lark.Room;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Lark.Support;

/// <summary>A practice Lark whose clock belongs to the test, and our client for it.</summary>
internal sealed class LarkBench : IAsyncDisposable
{
    private LarkBench(PracticeLark lark, ManualTime time, LarkOptions options)
    {
        (Lark, Time, Options) = (lark, time, options);
        Client = new(options, new SocketsHttpHandler(), time);
        Group = lark.Room.Chats.First(chat => chat.IsGroup);
        Alice = lark.Room.People.First(one => one.Name == "Alice");
    }

    public PracticeLark Lark { get; }

    public ManualTime Time { get; }

    public LarkOptions Options { get; }

    public LarkClient Client { get; }

    public RoomChat Group { get; }

    public RoomPerson Alice { get; }

    public LarkReceiver ToGroup => LarkReceiver.Chat(Group.Id);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<LarkBench> StartAsync(PracticeLarkOptions? practice = null, Func<LarkOptions, LarkOptions>? change = null)
    {
        var time = new ManualTime();
        var lark = await PracticeLark.StartAsync((practice ?? new()) with { Time = time }, Stop);
        var options = new LarkOptions
        {
            Mode = LarkMode.Webhook,
            Url = lark.Url,
            AppId = lark.Options.AppId,
            AppSecret = lark.Options.AppSecret,
            EncryptKey = lark.Options.EncryptKey,
            VerificationToken = lark.Options.VerificationToken,
        };
        return new(lark, time, change?.Invoke(options) ?? options);
    }

    /// <summary>Sends a text that must arrive.</summary>
    public async Task<SentMessage> SendAsync(string text = "hello", string once = "once-1") =>
        Done(await WithPausesAsync(Client.SendAsync(ToGroup, LarkBody.Text(text), once, Stop)));

    public static T Done<T>(LarkResult<T> result)
        where T : class
    {
        result.Error.ShouldBeNull();
        return result.Value!;
    }

    /// <summary>Moves the clock to every pause that the call makes until it is done.</summary>
    public async Task<T> WithPausesAsync<T>(Task<T> call)
    {
        await Eventually.TrueAsync(
            () =>
            {
                // The timeout of the exchange itself is far away; a pause is near.
                if (!call.IsCompleted && Time.NextDue is { } due && due - Time.GetUtcNow() < TimeSpan.FromSeconds(6))
                    Time.AdvanceToNextTimer();
                return call.IsCompleted;
            },
            "the call came to something", cancellation: Stop);
        return await call;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Lark.DisposeAsync();
    }
}
