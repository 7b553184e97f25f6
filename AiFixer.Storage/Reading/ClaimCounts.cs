using AiFixer.Core.Ports;
using AiFixer.Storage.Databases;
using AiFixer.Storage.Statements;

namespace AiFixer.Storage.Reading;

internal sealed class ClaimCounts(Reader reader, Dialect dialect) : IBudgets
{
    public async Task<long> TakenAsync(string key, CancellationToken cancellationToken)
    {
        var (first, last) = SlotKeys.Range(key);
        var counted = await reader.ListAsync(
            $"select count(*) from claims where key >= @first and key <= @last and (expires_at is null or expires_at > {dialect.Clock})",
            row => row.GetInt64(0),
            cancellationToken,
            ("first", first),
            ("last", last));
        return counted[0];
    }
}
