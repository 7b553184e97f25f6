namespace AiFixer.Tests.Engine.Storms;

/// <summary>Tests that weigh the memory of the process: what others hold meanwhile must not count.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
