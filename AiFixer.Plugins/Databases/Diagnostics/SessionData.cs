namespace AiFixer.Plugins.Databases;

/// <summary>A session as the plugins answer it.</summary>
internal sealed record SessionData(
    int Pid, string User, string Database, string Application, string? Client, string State, string? Wait, string? BackendStart,
    double? QuerySeconds, double? TransactionSeconds, string Statement)
{
    public static SessionData Of(PgSession session) => new(
        session.Pid, session.User, session.Database, session.Application, session.Client, session.State, session.Wait,
        DbTime.Text(session.BackendStart), session.QuerySeconds, session.TransactionSeconds, session.Statement);
}
