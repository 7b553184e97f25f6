using System.Text.Json.Nodes;
using AiFixer.Lark.Client;
using AiFixer.Simulation.Kernel;

namespace AiFixer.Simulation.Chat;

/// <summary>
/// The platform with its one room. It may say that it is too much, that the token is no good or that it is broken, before it
/// did something or after.
/// </summary>
internal sealed class SimChat(Sim sim)
{
    public const string Room = "oc_room";

    /// <summary>How long a key keeps a second sending from being a second message.</summary>
    public static readonly TimeSpan Remembers = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (string Id, long At)> sent = [];
    private readonly Dictionary<string, List<OwnReaction>> signs = [];
    private int ids;

    public List<ChatMessage> Messages { get; } = [];

    /// <summary>Of a hundred calls, how many are too much.</summary>
    public double LimitedPercent { get; set; }

    /// <summary>Of a hundred calls, how many come with a token that has just expired.</summary>
    public double TokenPercent { get; set; }

    /// <summary>Of a hundred calls, how many are answered that something is broken; half of them are done.</summary>
    public double BrokenPercent { get; set; }

    public IReadOnlyList<OwnReaction> Signs(string message) => signs.GetValueOrDefault(message, []);

    public IEnumerable<string> Signed => signs.Keys;

    public string NextId(string kind) => $"{kind}_{++ids}";

    public LarkResult<T> Answer<T>(Func<LarkResult<T>> call)
        where T : class
    {
        if (sim.Chance.Percent(LimitedPercent))
            return new LarkError(LarkErrorKind.Limited, sim.Chance.Of(99991400, 230020), "too much", sim.Chance.Seconds(1, 5));
        if (sim.Chance.Percent(TokenPercent))
            return new LarkError(LarkErrorKind.Unavailable, 99991663, "the token has expired");
        if (!sim.Chance.Percent(BrokenPercent))
            return call();
        if (sim.Chance.Percent(50))
            call();
        return new LarkError(LarkErrorKind.Unavailable, 0, "something is broken (500)");
    }

    /// <summary>Of those with the same key within an hour one is done.</summary>
    public LarkResult<SentMessage> Send(string? root, JsonObject card, string once)
    {
        if (sent.TryGetValue(once, out var before) && sim.Now - before.At < Remembers.Ticks)
            return new SentMessage(before.Id, Room, null);
        var message = new ChatMessage(NextId("om"), root, (JsonObject)card.DeepClone()) { At = sim.Now };
        Messages.Add(message);
        sent[once] = (message.Id, sim.Now);
        return new SentMessage(message.Id, Room, null);
    }

    public LarkResult<LarkDone> Patch(string id, JsonObject card)
    {
        if (Messages.Find(message => message.Id == id) is not { } patched)
            return new LarkError(LarkErrorKind.Gone, 230110, "there is none");
        Show(patched, card);
        return new LarkDone();
    }

    public LarkResult<LarkDone> React(string message, string emoji)
    {
        signs.TryAdd(message, []);
        var sign = new OwnReaction(NextId("re"), emoji);
        signs[message].Add(sign);
        return new LarkDone(sign.Id);
    }

    public LarkResult<LarkDone> Unreact(string message, string reaction) =>
        signs.TryGetValue(message, out var there) && there.RemoveAll(sign => sign.Id == reaction) > 0
            ? new LarkDone()
            : new LarkError(LarkErrorKind.Refused, 231010, "there is none");

    public static void Show(ChatMessage message, JsonObject card)
    {
        message.Card = (JsonObject)card.DeepClone();
        message.Shown.Add(message.Card);
    }
}
