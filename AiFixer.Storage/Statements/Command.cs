using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Statements;

/// <summary>A statement over rows: sent once with all of them or once for each, as the database likes best.</summary>
internal abstract class Command(Dialect dialect, params Column[] columns)
{
    public IReadOnlyList<Column> Columns { get; } = columns;

    public abstract string Text { get; }

    public int Count => Columns[0].Count;

    protected Dialect Dialect { get; } = dialect;

    protected string Rows => Dialect.Rows(Columns);

    public void Clear()
    {
        foreach (var column in Columns)
            column.Clear();
    }
}
