using AiFixer.Simulation.Disk;
using AiFixer.Simulation.Nodes;
using AiFixer.Simulation.World;
using AiFixer.Storage;
using AiFixer.Storage.Audit;

namespace AiFixer.Simulation.Checks;

/// <summary>The audit finds nothing wrong with what nobody touched, whatever went wrong while it was written; and it tells what was forged.</summary>
internal static class AuditPromises
{
    private const int OneIn = 20;

    public static IEnumerable<string> Broken(Stage stage, int seed)
    {
        foreach (var problem in Verify(stage, new(stage.Disk)).Problems)
            yield return $"nobody touched the journal, and its audit tells: {problem}";
        foreach (var forgery in seed % OneIn == 0 ? Forgeries.Of(seed) : [])
        {
            var forged = new AuditedDisk(stage.Disk, forgery);
            if (Verify(stage, forged).IsSound && forged.IsForged)
                yield return $"the audit does not tell what was forged by: {string.Join("; ", forgery)}";
        }
    }

    /// <summary>Reading in memory never waits.</summary>
    private static AuditReport Verify(Stage stage, AuditedDisk disk) =>
        new AuditVerifier(disk, new StorageOptions { DataFolder = stage.Folder.Path, KeyFolder = Folder.Keys }).VerifyAsync(CancellationToken.None).GetAwaiter().GetResult();
}
