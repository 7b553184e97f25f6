namespace AiFixer.Plugins.Databases;

/// <summary>What is common to the actions on a session.</summary>
internal static class SessionTarget
{
    public const string Kind = "session";

    public static ActionPlan Plan(string connection, PgSession session, SessionOrder order, string radius) => new(
        new(connection, Kind, session.Database, $"pid-{session.Pid}", order.Uid), order.Call, order.ToPayload(), Diff(session, order),
        PlanHash.Of(("uid", order.Uid)), radius);

    /// <summary>Why nobody should end this session; null when it may end.</summary>
    public static string? Untouchable(PgSession session) => session switch
    {
        { IsHidden: true } => $"what pid {session.Pid} does is hidden from our role: {PgReader.Grant}",
        { IsClient: false } => $"pid {session.Pid} is no client's: it is a {OutsideText.Line(session.Kind, 60)}",
        { IsOurs: true } => $"pid {session.Pid} is our own",
        _ => null,
    };

    public static string Rollback(PgSession session) => session.InTransaction
        ? $"Its transaction, open for {DbTime.Age(session.TransactionSeconds)}, is rolled back."
        : "It is in no transaction.";

    private static string Diff(PgSession session, SessionOrder order) => OutsideText.Visible(
        $"--- pid {session.Pid}: {session.User}@{session.Database} {session.Application} {session.Client}, {session.State} for {DbTime.Age(session.StateSeconds)}\n"
        + $"+++ {(order.Scope == SessionScope.Query ? "its statement" : order.Scope == SessionScope.Transaction ? "its transaction" : "its connection")} ended\n"
        + $"-{session.Statement}\n");
}
