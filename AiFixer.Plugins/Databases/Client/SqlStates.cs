namespace AiFixer.Plugins.Databases;

/// <summary>The server's error codes that mean something to us.</summary>
internal static class SqlStates
{
    public const string InsufficientPrivilege = "42501";
    public const string LockNotAvailable = "55P03";
    public const string QueryCanceled = "57014";

    private const string UndefinedColumn = "42703";
    private const string TooManyConnections = "53300";
    private const string CannotConnectNow = "57P03";
    private const string AdminShutdown = "57P01";
    private const string CrashShutdown = "57P02";

    public static bool MayPass(string state) =>
        state is LockNotAvailable or QueryCanceled or TooManyConnections or CannotConnectNow || IsConnectionLost(state);

    /// <summary>The session ended under our statement, so that how far it got cannot be told.</summary>
    public static bool IsConnectionLost(string state) =>
        state is AdminShutdown or CrashShutdown || state.StartsWith("08", StringComparison.Ordinal);

    public static string Hint(string state) => state switch
    {
        InsufficientPrivilege => " (grant our role pg_monitor to look, pg_signal_backend to end sessions)",
        LockNotAvailable => " (a lock could not be had in time)",
        TooManyConnections => " (all connections are taken)",
        UndefinedColumn => " (PostgreSQL 14 or newer is needed)",
        _ => "",
    };
}
