using System.Globalization;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Controllers;

/// <summary>Short names for what controllers read of a replica set.</summary>
internal static class ReplicaSetView
{
    public static long Replicas(this StoredObject set) => set.Spec.Int("replicas") ?? 1;

    public static long Count(this StoredObject target, string counter) => target.Status.Int(counter) ?? 0;

    public static long Available(this StoredObject set) => set.Count("availableReplicas");

    public static long Revision(this StoredObject target) =>
        long.TryParse(target.Annotations.Str(RevisionAnnotations.Revision), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;
}
