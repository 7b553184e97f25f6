namespace AiFixer.Plugins.Custom;

/// <summary>Where custom plugins can be called from.</summary>
internal interface ICustomCatalogue
{
    /// <summary>From now on these and no other custom plugins can be called. Calls under way go on.</summary>
    void Replace(IReadOnlyList<IPlugin> plugins, IReadOnlyList<CustomFailure> failures);
}
