using System.Data.Common;
using AiFixer.Core;
using AiFixer.Core.Journal;
using AiFixer.Core.Messages;
using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Reading;

namespace AiFixer.Storage.Messages;

/// <summary>Messages and what is to be done about them, in the database. Its clock decides whose turn it is and what is due.</summary>
internal sealed class PostedMessageStore(
    Reader reader, Dialect dialect, Func<Func<DbConnection, int>, CancellationToken, Task<int>> write) : IPostedMessages
{
    private const int IncidentsPerStatement = 100;
    private const int LongestError = 1_000;
    private static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(10);

    // One that lasts longer than any does was taken before the database's clock went back.
    public async Task<bool> TakeTurnAsync(string channel, string holder, TimeSpan length, CancellationToken cancellationToken) => await write(
        connection => connection.Execute(
            $"""
            insert into message_turns (channel, holder, expires_at, position) values (@channel, @holder, {dialect.Clock} + @length, '')
            on conflict (channel) do update set holder = excluded.holder, expires_at = excluded.expires_at
            where message_turns.holder = excluded.holder or message_turns.expires_at <= {dialect.Clock} or message_turns.expires_at > {dialect.Clock} + @longest
            """,
            ("channel", channel), ("holder", holder), ("length", length.Ticks), ("longest", Math.Max(LongestTurn.Ticks, 2 * length.Ticks))),
        cancellationToken) == 1;

    public async Task<ChangePosition?> PositionAsync(string channel, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            "select position from message_turns where channel = @channel", row => row.GetString(0), cancellationToken, ("channel", channel));
        return found is [var position] ? PositionText.Read(position) : null;
    }

    // A position that is on disk without what was read before it would lose that: so it is written after it, and what is
    // noted twice is noted once.
    public async Task WantAsync(string channel, IReadOnlyCollection<IncidentId> changed, ChangePosition? position, CancellationToken cancellationToken)
    {
        foreach (var chunk in changed.Chunk(IncidentsPerStatement))
            await write(connection => Want(connection, channel, chunk), cancellationToken);
        if (position is not null)
        {
            await write(
                connection => connection.Execute(
                    "update message_turns set position = @position where channel = @channel", ("channel", channel), ("position", PositionText.Write(position))),
                cancellationToken);
        }
    }

    public async Task<IReadOnlyList<MessageWork>> DueAsync(string channel, int limit, CancellationToken cancellationToken)
    {
        var waiting = new List<IReadOnlyList<MessageWork>>();
        foreach (var severity in Enum.GetValues<Severity>())
        {
            waiting.Add(await reader.ListAsync(
                $"select {MessageRows.Work} from message_work where channel = @channel and severity = @severity and due <= {dialect.Clock} order by due limit @limit",
                MessageRows.ReadWork,
                cancellationToken,
                ("channel", channel), ("severity", severity.ToString()), ("limit", (long)limit)));
        }

        return FairShare.Of(waiting, limit);
    }

    public async Task DoneAsync(string channel, IReadOnlyCollection<MessageWork> done, CancellationToken cancellationToken)
    {
        foreach (var chunk in done.Chunk(IncidentsPerStatement))
        {
            await write(
                connection => connection.Execute(
                    $"delete from message_work where channel = @channel and ({string.Join(" or ", chunk.Select((_, i) => $"(incident = @id{i} and generation = @generation{i})"))})",
                    [("channel", channel), .. chunk.SelectMany((work, i) => new (string, object?)[] { ($"id{i}", work.Incident.Value), ($"generation{i}", work.Generation) })]),
                cancellationToken);
        }
    }

    public Task LaterAsync(string channel, MessageWork work, TimeSpan wait, string error, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            $"""
            update message_work set attempts = attempts + 1, error = @error,
                due = case when generation = @generation then {dialect.Clock} + @wait else due end
            where channel = @channel and incident = @incident
            """,
            ("channel", channel), ("incident", work.Incident.Value), ("generation", work.Generation), ("wait", wait.Ticks),
            ("error", error.Length > LongestError ? error[..LongestError] : error)),
        cancellationToken);

    public Task PutOffAsync(string channel, MessageWork work, TimeSpan wait, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            $"update message_work set due = {dialect.Clock} + @wait where channel = @channel and incident = @incident and generation = @generation",
            ("channel", channel), ("incident", work.Incident.Value), ("generation", work.Generation), ("wait", wait.Ticks)),
        cancellationToken);

    public async Task<MessageWork?> WorkAsync(string channel, IncidentId incident, CancellationToken cancellationToken)
    {
        var found = await reader.ListAsync(
            $"select {MessageRows.Work} from message_work where channel = @channel and incident = @incident",
            MessageRows.ReadWork,
            cancellationToken,
            ("channel", channel), ("incident", incident.Value));
        return found is [var work] ? work : null;
    }

    public async Task<MessageBacklog> BacklogAsync(string channel, CancellationToken cancellationToken) => (await reader.ListAsync(
        "select count(*), coalesce(sum(case when error <> '' then 1 else 0 end), 0), min(since) from message_work where channel = @channel",
        row => new MessageBacklog(row.GetInt64(0), Convert.ToInt64(row.GetValue(1), null), row.IsDBNull(2) ? null : Ticks.ToTime(row.GetInt64(2))),
        cancellationToken,
        ("channel", channel)))[0];

    public Task<IReadOnlyList<PostedMessage>> ListAsync(string channel, IncidentId incident, CancellationToken cancellationToken) => reader.ListAsync(
        $"select {MessageRows.Posted} from posted_messages where channel = @channel and incident = @incident order by part",
        MessageRows.ReadPosted,
        cancellationToken,
        ("channel", channel), ("incident", incident.Value));

    public async Task<PostedMessage?> FindAsync(string channel, string messageId, CancellationToken cancellationToken)
    {
        if (messageId.Length == 0)
            return null;
        var found = await reader.ListAsync(
            $"select {MessageRows.Posted} from posted_messages where channel = @channel and message_id = @message and message_id <> ''",
            MessageRows.ReadPosted,
            cancellationToken,
            ("channel", channel), ("message", messageId));
        return found is [var message] ? message : null;
    }

    public async Task<PostedMessage?> SaveAsync(string channel, PostedMessage message, CancellationToken cancellationToken) =>
        await write(connection => PostedMessageWriter.Save(connection, dialect, channel, message), cancellationToken) == 1
            ? message with { Version = message.Version + 1 }
            : null;

    public Task ForgetAsync(string channel, TimeSpan untouched, CancellationToken cancellationToken) => write(
        connection => connection.Execute(
            $"delete from posted_messages where channel = @channel and touched_at < {dialect.Clock} - @untouched", ("channel", channel), ("untouched", untouched.Ticks)),
        cancellationToken);

    private int Want(DbConnection connection, string channel, IncidentId[] changed) => connection.Execute(
        $"""
        insert into message_work (channel, incident, severity, generation, attempts, error, since, due)
        select @channel, id, severity, 1, 0, '', {dialect.Clock}, {dialect.Clock} from incidents
        where id in ({string.Join(", ", changed.Select((_, i) => $"@id{i}"))})
        on conflict (channel, incident) do update
        set severity = excluded.severity, generation = message_work.generation + 1, due = excluded.due
        """,
        [("channel", channel), .. changed.Select((id, i) => ($"id{i}", (object?)id.Value))]);
}
