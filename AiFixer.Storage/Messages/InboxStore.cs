using System.Data.Common;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Messages;

/// <summary>What arrived, in the database.</summary>
internal sealed class InboxStore(
    Reader reader, Dialect dialect, Func<Func<DbConnection, int>, CancellationToken, Task<int>> write) : IInbox
{
    public async Task<bool> AddAsync(string channel, string id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) => await write(
        connection => connection.Execute(
            $"""
            insert into received_messages (channel, id, body, note, attempts, received_at, holder, due, is_done)
            values (@channel, @id, @body, '', 0, {dialect.Clock}, '', {dialect.Clock}, 0) on conflict (channel, id) do nothing
            """,
            ("channel", channel), ("id", id), ("body", body.ToArray())),
        cancellationToken) == 1;

    public async Task<IReadOnlyList<ReceivedMessage>> TakeAsync(
        string channel, string holder, TimeSpan length, int limit, CancellationToken cancellationToken)
    {
        var candidates = await reader.ListAsync(
            $"select id from received_messages where channel = @channel and is_done = 0 and due <= {dialect.Clock} order by due limit @limit",
            row => row.GetString(0),
            cancellationToken,
            ("channel", channel), ("limit", (long)limit));
        var taken = new List<ReceivedMessage>();
        foreach (var id in candidates)
        {
            if (await write(connection => Take(connection, channel, id, holder, length), cancellationToken) == 1)
                taken.AddRange(await ReadAsync(channel, id, cancellationToken));
        }

        return taken;
    }

    public Task NoteAsync(string channel, string id, string note, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            "update received_messages set note = @note where channel = @channel and id = @id", ("channel", channel), ("id", id), ("note", note)),
        cancellationToken);

    public Task DoneAsync(string channel, string id, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            "update received_messages set is_done = 1 where channel = @channel and id = @id", ("channel", channel), ("id", id)),
        cancellationToken);

    public Task LaterAsync(string channel, string id, TimeSpan wait, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            $"update received_messages set attempts = attempts + 1, due = {dialect.Clock} + @wait where channel = @channel and id = @id",
            ("channel", channel), ("id", id), ("wait", wait.Ticks)),
        cancellationToken);

    public Task ForgetAsync(string channel, TimeSpan age, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            $"delete from received_messages where channel = @channel and is_done = 1 and received_at < {dialect.Clock} - @age", ("channel", channel), ("age", age.Ticks)),
        cancellationToken);

    private int Take(DbConnection connection, string channel, string id, string holder, TimeSpan length) => connection.Execute(
        $"""
        update received_messages set holder = @holder, due = {dialect.Clock} + @length
        where channel = @channel and id = @id and is_done = 0 and due <= {dialect.Clock}
        """,
        ("channel", channel), ("id", id), ("holder", holder), ("length", length.Ticks));

    private Task<IReadOnlyList<ReceivedMessage>> ReadAsync(string channel, string id, CancellationToken cancellationToken) => reader.ListAsync(
        "select id, body, attempts, note from received_messages where channel = @channel and id = @id",
        row => new ReceivedMessage(row.GetString(0), (byte[])row.GetValue(1), (int)row.GetInt64(2), row.GetString(3)),
        cancellationToken,
        ("channel", channel), ("id", id));
}
