namespace AiFixer.Playground.Lark.Room;

/// <summary>Everything that is in the room, and who waits for it to change.</summary>
internal sealed class RoomStore
{
    private readonly Lock gate = new();
    private readonly List<string> order = [];
    private readonly Dictionary<string, RoomMessage> messages = [];
    private readonly Dictionary<string, RoomPerson> people = [];
    private readonly Dictionary<string, RoomChat> chats = [];
    private readonly Dictionary<string, (string Message, DateTimeOffset At)> once = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Version { get; private set; }

    public IReadOnlyList<RoomMessage> Messages => Read(() => order.Select(id => messages[id]).ToList());

    public IReadOnlyList<RoomPerson> People => Read(() => people.Values.ToList());

    public IReadOnlyList<RoomChat> Chats => Read(() => chats.Values.ToList());

    public RoomMessage? Message(string id) => Read(() => messages.GetValueOrDefault(id));

    public RoomPerson? Person(string id) => Read(() => people.GetValueOrDefault(id) ?? people.Values.FirstOrDefault(one => one.UserId == id || one.UnionId == id));

    public RoomChat? Chat(string id) => Read(() => chats.GetValueOrDefault(id));

    public RoomPerson Add(RoomPerson person) => Write(() => people[person.OpenId] = person);

    public RoomChat Add(RoomChat chat) => Write(() => chats[chat.Id] = chat);

    /// <summary>Adds it unless something with the same key came within the hour, which is given back then.</summary>
    public RoomMessage Add(RoomMessage message, string? key) => Write(() =>
    {
        if (key is not null && once.TryGetValue(key, out var first) && message.CreatedAt - first.At < TimeSpan.FromHours(1))
            return messages[first.Message];
        if (key is not null)
            once[key] = (message.Id, message.CreatedAt);
        order.Add(message.Id);
        return messages[message.Id] = message;
    });

    public RoomMessage? Change(string id, Func<RoomMessage, RoomMessage> change) =>
        Write(() => messages.TryGetValue(id, out var message) ? messages[id] = change(message) : null);

    public Task ChangedAsync(long since, CancellationToken cancellationToken) =>
        Read(() => Version > since ? Task.CompletedTask : changed.Task.WaitAsync(cancellationToken));

    private T Read<T>(Func<T> read)
    {
        lock (gate)
            return read();
    }

    private T Write<T>(Func<T> write)
    {
        lock (gate)
        {
            var result = write();
            Version++;
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return result;
        }
    }
}
