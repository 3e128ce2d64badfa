package vn.wardkpi.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A network between the program and its database that can be cut, and that can fall
 * silent as a cable does that somebody pulls.
 */
public final class Relay {

	private final int target;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private @Nullable ServerSocket server;

	private @Nullable Thread accepting;

	private volatile boolean silent;

	public Relay(int target) {
		this.target = target;
		this.port = listen(0);
	}

	public int port() {
		return this.port;
	}

	/**
	 * Ends every connection and refuses new ones, as when the server is stopped. The port
	 * is free afterwards: it stays taken until the thread that waits on it has left it.
	 */
	public void cut() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
		leave(this.accepting);
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	/**
	 * Keeps connections and takes new ones, but passes nothing on.
	 */
	public void fallSilent() {
		this.silent = true;
	}

	/**
	 * As before, if it was cut or silent; connections from before are gone.
	 */
	public void mend() throws IOException {
		ServerSocket listening = this.server;
		if (this.silent) {
			cut();
		}
		this.silent = false;
		if (listening == null || listening.isClosed()) {
			listen(this.port);
		}
	}

	private int listen(int at) {
		try {
			ServerSocket listening = new ServerSocket();
			listening.setReuseAddress(true);
			listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
			this.server = listening;
			this.accepting = start(() -> accept(listening));
			return listening.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void accept(ServerSocket listening) throws IOException {
		while (!listening.isClosed()) {
			Socket near = listening.accept();
			Socket far = new Socket(InetAddress.getLoopbackAddress(), this.target);
			this.sockets.add(near);
			this.sockets.add(far);
			if (listening.isClosed()) {
				near.close();
				far.close();
			}
			start(() -> pass(near, far));
			start(() -> pass(far, near));
		}
	}

	private void pass(Socket from, Socket to) throws IOException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] buffer = new byte[8192];
			for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
				if (!this.silent) {
					out.write(buffer, 0, read);
				}
			}
		}
	}

	private static void leave(@Nullable Thread accepting) {
		try {
			if (accepting != null) {
				accepting.join();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Thread start(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// Cut, or ended by either side: then there is nothing more to pass on.
				Thread.currentThread().interrupt();
			}
		}, "relay");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	@FunctionalInterface
	private interface Work {

		void run() throws IOException;

	}

}
