using System.Text.Json.Nodes;
using AiFixer.Playground.Lark.Push;

namespace AiFixer.Playground.Lark.Room;

/// <summary>People, chats and messages of a practice Lark; what people do here reaches the app as the platform's events.</summary>
public sealed class LarkRoom
{
    private readonly PracticeLarkOptions options;
    private readonly RoomStore store = new();
    private readonly RoomIds ids;
    private readonly RoomEvents events;
    private readonly EventPush push;

    internal LarkRoom(PracticeLarkOptions options, RoomIds ids, EventPush push)
    {
        (this.options, this.ids, this.push) = (options, ids, push);
        events = new(options, ids);
        Bot = store.Add(new RoomPerson(ids.Next("ou_"), "", ids.Next("on_"), "AiFixer", IsBot: true));
    }

    /// <summary>The app's own bot.</summary>
    public RoomPerson Bot { get; }

    /// <summary>Grows with every change.</summary>
    public long Version => store.Version;

    public IReadOnlyList<RoomPerson> People => store.People;

    public IReadOnlyList<RoomChat> Chats => store.Chats;

    /// <summary>Every message of every chat, in the order in which they came.</summary>
    public IReadOnlyList<RoomMessage> Messages => store.Messages;

    public RoomMessage? Message(string id) => store.Message(id);

    public RoomChat? Chat(string id) => store.Chat(id);

    /// <param name="id">An open id, a user id or a union id.</param>
    public RoomPerson? Person(string id) => store.Person(id);

    /// <summary>Returns when something changed after that version.</summary>
    public Task ChangedAsync(long since, CancellationToken cancellationToken) => store.ChangedAsync(since, cancellationToken);

    public RoomPerson AddPerson(string name, bool isBot = false) =>
        store.Add(new RoomPerson(ids.Next("ou_"), ids.Next("")[..8], ids.Next("on_"), name, isBot));

    public RoomChat AddGroup(string name, params IEnumerable<RoomPerson> members) =>
        store.Add(new RoomChat(ids.Next("oc_"), name, IsGroup: true, [.. members.Select(one => one.OpenId)]));

    /// <summary>The app may not write there any more, or again.</summary>
    public void LetBotIn(string chatId, bool isIn)
    {
        if (store.Chat(chatId) is { } chat)
            store.Add(chat with { HasBot = isIn });
    }

    /// <summary>The chat of one person with the app; made when there is none.</summary>
    public RoomChat Private(RoomPerson person) =>
        store.Chats.FirstOrDefault(chat => !chat.IsGroup && chat.Members.Contains(person.OpenId))
        ?? store.Add(new RoomChat(ids.Next("oc_"), person.Name, IsGroup: false, [person.OpenId]));

    /// <summary>Somebody writes.</summary>
    /// <param name="text">Names people as <c>&lt;at user_id="ou_…"&gt;Tom&lt;/at&gt;</c>.</param>
    /// <param name="replyTo">The message that is answered; null when none is.</param>
    public RoomMessage Write(RoomChat chat, RoomPerson by, string text, string? replyTo = null)
    {
        var (content, mentions) = AtText.Keep(text, store.Person);
        return Write(chat, by, "text", content, replyTo, mentions);
    }

    /// <summary>Somebody sends something else than text: <c>post</c>, <c>interactive</c>, <c>image</c>, ….</summary>
    /// <param name="content">JSON.</param>
    public RoomMessage Write(RoomChat chat, RoomPerson by, string type, string content, string? replyTo, IReadOnlyList<RoomMention>? mentions = null)
    {
        var message = Threaded(new(ids.Next("om_"), chat.Id, by.OpenId, by.IsBot ? "app" : "user", type, content, Now) { Mentions = mentions ?? [] }, replyTo, false);
        store.Add(message, null);
        push.Post(events.Written(message, by, chat));
        return message;
    }

    /// <summary>Somebody uses the button of a card that bears this text.</summary>
    /// <param name="form">What was filled in; null when the button sends no form.</param>
    /// <exception cref="InvalidOperationException">There is no such button that can be used.</exception>
    public Task<ClickOutcome> ClickAsync(string messageId, RoomPerson by, string text, JsonObject? form = null, CancellationToken cancellationToken = default)
    {
        var button = RoomButton.Of(Message(messageId)?.Card).FirstOrDefault(one => one.Text == text && !one.Disabled)
            ?? throw new InvalidOperationException($"The card has no button \"{text}\" that can be used.");
        return ClickAsync(messageId, by, button.Value, button.Submits ? form ?? [] : null, button.Name, cancellationToken);
    }

    /// <summary>A click that carries this, whether or not the card still has such a button: two people may look at different states of it.</summary>
    /// <param name="by">Null is told without who it was.</param>
    public async Task<ClickOutcome> ClickAsync(
        string messageId, RoomPerson? by, JsonObject value, JsonObject? form, string name, CancellationToken cancellationToken)
    {
        var message = Message(messageId) ?? throw new InvalidOperationException($"There is no message {messageId}.");
        var (outcome, card) = ClickAnswers.Read(await push.AskAsync(events.Clicked(message, by, value, form, name), cancellationToken));
        if (card is not null)
            store.Change(messageId, now => now with { Content = card.ToJsonString(), UpdatedAt = Now, Updates = now.Updates + 1 });
        return outcome;
    }

    /// <summary>Somebody reacts to a message.</summary>
    public void React(string messageId, RoomPerson by, string emoji) => AddReaction(messageId, emoji, by.OpenId);

    internal DateTimeOffset Now => options.Time.GetUtcNow();

    /// <summary>The app writes; the same key within an hour gives the first message back.</summary>
    internal RoomMessage Send(RoomChat chat, string sender, string type, string content, string? key, string? replyTo = null, bool inThread = false)
    {
        var (kept, mentions) = type == "text" && JsonNode.Parse(content)?["text"] is JsonValue text ? AtText.Keep(text.GetValue<string>(), store.Person) : (content, []);
        return store.Add(Threaded(new(ids.Next("om_"), chat.Id, sender, "app", type, kept, Now) { Mentions = mentions }, replyTo, inThread), key);
    }

    internal RoomMessage? Replace(string messageId, string content) =>
        store.Change(messageId, message => message with { Content = content, UpdatedAt = Now, Updates = message.Updates + 1 });

    internal RoomMessage? Recall(string messageId) => store.Change(messageId, message => message with { Recalled = true });

    internal RoomReaction? AddReaction(string messageId, string emoji, string by)
    {
        var reaction = new RoomReaction(ids.Next("ZCaCIjUBVVWSrm5L-"), emoji, by, Now);
        return store.Change(messageId, message => message with { Reactions = [.. message.Reactions, reaction] }) is null ? null : reaction;
    }

    internal void RemoveReaction(string messageId, string reactionId) =>
        store.Change(messageId, message => message with { Reactions = [.. message.Reactions.Where(one => one.Id != reactionId)] });

    private RoomMessage Threaded(RoomMessage message, string? replyTo, bool inThread)
    {
        if (replyTo is null || store.Message(replyTo) is not { } parent)
            return message;
        var thread = parent.ThreadId ?? (inThread ? ids.Next("omt_") : null);
        if (parent.ThreadId is null && thread is not null)
            store.Change(parent.Id, now => now with { ThreadId = thread });
        return message with { ParentId = parent.Id, RootId = parent.RootId ?? parent.Id, ThreadId = thread };
    }
}
