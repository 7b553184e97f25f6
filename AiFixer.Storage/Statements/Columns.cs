using System.Runtime.InteropServices;
using NpgsqlTypes;

namespace AiFixer.Storage.Statements;

internal static class Columns
{
    public static Column<string> Text(string name) => new(name, NpgsqlDbType.Text, value => value);

    public static Column<long> Number(string name) => new(name, NpgsqlDbType.Bigint, value => value);

    public static Column<long?> NumberOrNull(string name) =>
        new(name, NpgsqlDbType.Bigint, value => value is { } number ? number : DBNull.Value);

    public static Column<ReadOnlyMemory<byte>> Bytes(string name) => new(name, NpgsqlDbType.Bytea, ToArray);

    private static byte[] ToArray(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array!.Length == segment.Count
            ? segment.Array
            : bytes.ToArray();
}
