namespace AiFixer.Plugins.Custom;

/// <summary>Makes plugins of one kind of source.</summary>
internal interface ICustomLoader
{
    CustomKind Kind { get; }

    Task<LoadedSource> LoadAsync(CustomSource source, CancellationToken cancellationToken);
}
