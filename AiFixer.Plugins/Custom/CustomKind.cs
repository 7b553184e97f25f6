namespace AiFixer.Plugins.Custom;

internal enum CustomKind
{
    /// <summary>A folder with an assembly of its name.</summary>
    Assembly,

    /// <summary>A YAML file.</summary>
    Declared,
}
