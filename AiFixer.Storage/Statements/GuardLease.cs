using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>Fails, and everything after it, when the lease is not ours. Shares the row, so that a taker waits for our commit.</summary>
internal sealed class GuardLease(Dialect dialect, Column<string> name, Column<string> token) : Command(dialect, name, token)
{
    public GuardLease(Dialect dialect)
        : this(dialect, Statements.Columns.Text("name"), Statements.Columns.Text("token"))
    {
    }

    public override string Text => $"""
        select 1 / count(*) from (
            select x.name from {Rows} join leases x on x.name = r.name and x.token = r.token
            where x.expires_at > {Dialect.Clock} {Dialect.ForShare}) held
        """;

    public void Ask(string leaseName, string leaseToken)
    {
        Clear();
        name.Add(leaseName);
        token.Add(leaseToken);
    }
}
