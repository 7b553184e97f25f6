using System.Text.Json;

namespace AiFixer.Plugins.Databases;

/// <summary>
/// Which session is to end, so that no other one can be meant: process ids are used again, but not with the same start of
/// session and of statement or transaction.
/// </summary>
/// <param name="Pid">The server's process.</param>
/// <param name="BackendStart">When the session began.</param>
/// <param name="Scope">How much of it is to end.</param>
/// <param name="Start">When that began.</param>
/// <param name="QueryId">The server's id of the statement's shape; 0 where it computes none.</param>
/// <param name="CancelFirst">Ask it to give up its statement before its connection is closed.</param>
internal sealed record SessionOrder(int Pid, DateTime BackendStart, SessionScope Scope, DateTime? Start, long QueryId, bool CancelFirst)
{
    public string Uid => $"{Pid}/{DbTime.Exact(BackendStart)}/{Scope}/{(Start is { } start ? DbTime.Exact(start) : "")}/{QueryId}";

    public string Call => CancelFirst
        ? $"SELECT pg_cancel_backend({Pid}), then pg_terminate_backend({Pid}) if it goes on"
        : $"SELECT pg_terminate_backend({Pid})";

    /// <summary>A statement that runs.</summary>
    public static SessionOrder ForQuery(PgSession session) =>
        new(session.Pid, session.BackendStart, SessionScope.Query, session.QueryStart, session.QueryId, CancelFirst: true);

    /// <summary>Whatever it is that holds its locks.</summary>
    public static SessionOrder ForLocks(PgSession session) => session.InTransaction
        ? new(session.Pid, session.BackendStart, SessionScope.Transaction, session.TransactionStart, 0, session.IsActive)
        : new(session.Pid, session.BackendStart, SessionScope.Session, null, 0, CancelFirst: false);

    public string ToPayload() => JsonSerializer.Serialize(this, OrderJson.Default.SessionOrder);

    public static SessionOrder? TryParse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, OrderJson.Default.SessionOrder);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
