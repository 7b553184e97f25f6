using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AiFixer.Lark.Client;
using AiFixer.Lark.Events;

namespace AiFixer.Bench.Lives;

/// <summary>A chat that takes every message at once, and knows the button that approves of each card.</summary>
internal sealed class BenchLark : ILarkClient
{
    private readonly ConcurrentDictionary<string, JsonObject> _questions = new();
    private long _messages;

    /// <summary>The messages that can be approved, with what their button carries.</summary>
    public IReadOnlyCollection<KeyValuePair<string, JsonObject>> Questions => [.. _questions];

    public int Asked => _questions.Count;

    public Task<LarkResult<SentMessage>> SendAsync(LarkReceiver to, LarkBody body, string once, CancellationToken cancellationToken)
    {
        var id = $"om_{Interlocked.Increment(ref _messages)}";
        if (Approval(body.Content) is { } value)
            _questions[id] = value;
        return Task.FromResult<LarkResult<SentMessage>>(new SentMessage(id, to.Id, null));
    }

    public Task<LarkResult<SentMessage>> ReplyAsync(string messageId, LarkBody body, bool inThread, string once, CancellationToken cancellationToken) =>
        SendAsync(LarkReceiver.Chat("oc_bench"), body, once, cancellationToken);

    public Task<LarkResult<LarkDone>> PatchAsync(string messageId, JsonObject card, CancellationToken cancellationToken) => DoneAsync();

    public Task<LarkResult<LarkDone>> ReactAsync(string messageId, string emoji, CancellationToken cancellationToken) => DoneAsync();

    public Task<LarkResult<IReadOnlyList<OwnReaction>>> ReactionsAsync(string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<LarkResult<IReadOnlyList<OwnReaction>>>(new List<OwnReaction>());

    public Task<LarkResult<LarkDone>> UnreactAsync(string messageId, string reactionId, CancellationToken cancellationToken) => DoneAsync();

    public Task<LarkResult<LarkMessage>> GetMessageAsync(string messageId, CancellationToken cancellationToken) =>
        Task.FromResult<LarkResult<LarkMessage>>(new LarkError(LarkErrorKind.Gone, 230110, "there is none"));

    public Task<LarkResult<LarkPerson>> WhoAmIAsync(CancellationToken cancellationToken) =>
        Task.FromResult<LarkResult<LarkPerson>>(new LarkPerson("ou_bot"));

    private static Task<LarkResult<LarkDone>> DoneAsync() => Task.FromResult<LarkResult<LarkDone>>(new LarkDone());

    private static JsonObject? Approval(JsonNode? node) => node switch
    {
        JsonObject thing when thing["op"] is JsonValue op && op.ToString() == "approve" => (JsonObject)thing.DeepClone(),
        JsonObject thing => thing.Select(field => Approval(field.Value)).FirstOrDefault(found => found is not null),
        JsonArray things => things.Select(Approval).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
