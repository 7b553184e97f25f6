using Npgsql;
using NpgsqlTypes;

namespace AiFixer.Storage.Statements;

internal sealed class Column<T>(string name, NpgsqlDbType type, Func<T, object> toValue) : Column(name)
{
    private readonly List<T> _values = [];

    public override int Count => _values.Count;

    public override object this[int row] => toValue(_values[row]);

    public void Add(T value) => _values.Add(value);

    public override void Clear() => _values.Clear();

    public override NpgsqlParameter ToArrayParameter() =>
        new NpgsqlParameter<List<T>> { TypedValue = _values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
