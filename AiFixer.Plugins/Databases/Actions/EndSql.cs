namespace AiFixer.Plugins.Databases;

/// <summary>
/// The statements that end sessions. Each names the session by everything that tells it apart, in the statement that acts:
/// nothing can change between looking and acting but what the server itself cannot see. A transaction that failed has no start any
/// more, unless it failed after a savepoint: then it holds on to what it locked before that.
/// </summary>
internal static class EndSql
{
    private const string Same =
        """
         FROM pg_stat_activity WHERE pid = @pid AND backend_start = @backend_start AND backend_type = 'client backend' AND CASE @scope
            WHEN 'Query' THEN query_start = @start AND coalesce(query_id, 0) = @query AND state IN ('active', 'fastpath function call')
            WHEN 'Transaction' THEN xact_start = @start
            ELSE true END
        """;

    public const string Cancel = "SELECT pg_cancel_backend(pid)" + Same;

    public const string Terminate = "SELECT pg_terminate_backend(pid)" + Same;

    public const string StillThere = "SELECT coalesce(state, '') AS state" + Same;

    public static (string Name, object Value)[] Parameters(SessionOrder order) =>
    [
        ("pid", order.Pid),
        ("backend_start", order.BackendStart),
        ("scope", order.Scope.ToString()),
        ("start", order.Start ?? order.BackendStart),
        ("query", order.QueryId),
    ];
}
