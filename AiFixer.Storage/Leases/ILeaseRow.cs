using System.Data.Common;
using AiFixer.Core.Journal;

namespace AiFixer.Storage.Leases;

/// <summary>How the row is taken and renewed.</summary>
internal interface ILeaseRow
{
    /// <returns>Null when others keep us from having it.</returns>
    LeaseState? Take(DbConnection connection);
}
