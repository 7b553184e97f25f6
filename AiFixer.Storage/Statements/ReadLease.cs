using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>What time it is, and whether the lease is still ours. Shares the row, so that a taker waits for our commit.</summary>
internal sealed class ReadLease(Dialect dialect, Column<string> name, Column<string> token) : Question(dialect, name, token)
{
    public ReadLease(Dialect dialect)
        : this(dialect, Statements.Columns.Text("name"), Statements.Columns.Text("token"))
    {
    }

    public long Now { get; private set; }

    public bool Held { get; private set; }

    public override string Text { get; } = $"""
        select {dialect.Clock}, x.expires_at
        from {dialect.Rows([name, token])} join leases x on x.name = r.name and x.token = r.token {dialect.ForShare}
        """;

    public void Ask(string leaseName, string leaseToken)
    {
        Clear();
        name.Add(leaseName);
        token.Add(leaseToken);
        Held = false;
    }

    public override void Read(DbDataReader reader)
    {
        Now = reader.GetInt64(0);
        Held = reader.GetInt64(1) > Now;
    }
}
