using AiFixer.Silo;

return await SiloProgram.RunAsync(args);
