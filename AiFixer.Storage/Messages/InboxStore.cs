using System.Data.Common;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Messages;

/// <summary>What arrived, in the database. Its clock says until when somebody holds something.</summary>
internal sealed class InboxStore(
    Reader reader, Dialect dialect, Func<Func<DbConnection, int>, CancellationToken, Task<int>> write) : IInbox
{
    /// <summary>So many more are looked at than are wanted: others look at the same ones.</summary>
    private const int Spare = 8;

    private const string Held = "channel = @channel and id = @id and holder = @holder and is_done = 0";

    public async Task<bool> AddAsync(string channel, string id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await write(connection => Insert(connection, channel, id, body, "", TimeSpan.Zero), cancellationToken) == 1;

    public async Task<ReceivedMessage?> HoldAsync(
        string channel, string id, ReadOnlyMemory<byte> body, string holder, TimeSpan length, CancellationToken cancellationToken) =>
        await write(connection => Insert(connection, channel, id, body, holder, length), cancellationToken) == 1
            ? new(id, body, 0, "", holder)
            : null;

    public async Task<IReadOnlyList<ReceivedMessage>> TakeAsync(
        string channel, string holder, TimeSpan length, int limit, CancellationToken cancellationToken)
    {
        var candidates = await reader.ListAsync(
            $"select id from received_messages where channel = @channel and is_done = 0 and due <= {dialect.Clock} order by due limit @limit",
            row => row.GetString(0),
            cancellationToken,
            ("channel", channel), ("limit", (long)limit + Spare));
        var taken = new List<ReceivedMessage>();
        foreach (var id in candidates)
        {
            if (taken.Count < limit && await write(connection => Take(connection, channel, id, holder, length), cancellationToken) == 1)
                taken.AddRange(await ReadAsync(channel, id, holder, cancellationToken));
        }

        return taken;
    }

    public Task<bool> KeepAsync(string channel, ReceivedMessage received, TimeSpan length, CancellationToken cancellationToken) =>
        ChangeAsync(channel, received, $"due = {dialect.Clock} + @length", cancellationToken, ("length", length.Ticks));

    public Task<bool> NoteAsync(string channel, ReceivedMessage received, string note, CancellationToken cancellationToken) =>
        ChangeAsync(channel, received, "note = @note", cancellationToken, ("note", note));

    public Task<bool> DoneAsync(string channel, ReceivedMessage received, CancellationToken cancellationToken) =>
        ChangeAsync(channel, received, "is_done = 1", cancellationToken);

    public Task<bool> LaterAsync(string channel, ReceivedMessage received, TimeSpan wait, CancellationToken cancellationToken) =>
        ChangeAsync(channel, received, $"attempts = attempts + 1, holder = '', due = {dialect.Clock} + @wait", cancellationToken, ("wait", wait.Ticks));

    public Task ForgetAsync(string channel, TimeSpan age, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            $"delete from received_messages where channel = @channel and is_done = 1 and received_at < {dialect.Clock} - @age", ("channel", channel), ("age", age.Ticks)),
        cancellationToken);

    private int Insert(DbConnection connection, string channel, string id, ReadOnlyMemory<byte> body, string holder, TimeSpan length) => connection.Execute(
        $"""
        insert into received_messages (channel, id, body, note, attempts, received_at, holder, due, is_done)
        values (@channel, @id, @body, '', 0, {dialect.Clock}, @holder, {dialect.Clock} + @length, 0) on conflict (channel, id) do nothing
        """,
        ("channel", channel), ("id", id), ("body", reader.Vault.Seal(body, Places.Received(channel, id)).ToArray()), ("holder", holder), ("length", length.Ticks));

    private int Take(DbConnection connection, string channel, string id, string holder, TimeSpan length) => connection.Execute(
        $"""
        update received_messages set holder = @holder, due = {dialect.Clock} + @length
        where channel = @channel and id = @id and is_done = 0 and due <= {dialect.Clock}
        """,
        ("channel", channel), ("id", id), ("holder", holder), ("length", length.Ticks));

    private async Task<bool> ChangeAsync(
        string channel, ReceivedMessage received, string change, CancellationToken cancellationToken, params (string, object?)[] values) => await write(
        connection => connection.Execute(
            $"update received_messages set {change} where {Held}", [("channel", channel), ("id", received.Id), ("holder", received.Holder), .. values]),
        cancellationToken) == 1;

    private Task<IReadOnlyList<ReceivedMessage>> ReadAsync(string channel, string id, string holder, CancellationToken cancellationToken) => reader.ListAsync(
        "select id, body, attempts, note from received_messages where channel = @channel and id = @id",
        row => new ReceivedMessage(row.GetString(0), reader.Vault.Open((byte[])row.GetValue(1), Places.Received(channel, id)), (int)row.GetInt64(2), row.GetString(3), holder),
        cancellationToken,
        ("channel", channel), ("id", id));
}
