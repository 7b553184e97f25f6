using Npgsql;

namespace AiFixer.Storage.Statements;

/// <summary>One column of the rows that a command carries.</summary>
internal abstract class Column(string name)
{
    public string Name { get; } = name;

    public abstract int Count { get; }

    public abstract void Clear();

    /// <summary>A parameter that carries the whole column, now and after it changed.</summary>
    public abstract NpgsqlParameter ToArrayParameter();

    /// <summary>One row's value.</summary>
    public abstract object this[int row] { get; }
}
