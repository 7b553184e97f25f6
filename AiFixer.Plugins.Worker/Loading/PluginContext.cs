using System.Reflection;
using System.Runtime.Loader;

namespace AiFixer.Plugins.Worker.Loading;

/// <summary>What a plugin brings along is its own; the plugin contract is shared with the host.</summary>
internal sealed class PluginContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly), isCollectible: true)
{
    private static readonly string? Contract = typeof(IPlugin).Assembly.GetName().Name;
    private readonly AssemblyDependencyResolver resolver = new(assembly);

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name != Contract && resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
